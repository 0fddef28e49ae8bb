"""The countries by their names in the reader's language. Qt names them in English only; its names stand here for the catalogue."""

from collections.abc import Iterable

from PySide6.QtCore import QCollator, QLocale

from credibility.floor.language import current, said, tr

COUNTRIES: tuple[str, ...] = (
    said("Afghanistan"), said("Albania"), said("Algeria"), said("American Samoa"), said("Andorra"), said("Angola"), said("Anguilla"),
    said("Antarctica"), said("Antigua & Barbuda"), said("Argentina"), said("Armenia"), said("Aruba"), said("Ascension Island"),
    said("Australia"), said("Austria"), said("Azerbaijan"), said("Bahamas"), said("Bahrain"), said("Bangladesh"), said("Barbados"),
    said("Belarus"), said("Belgium"), said("Belize"), said("Benin"), said("Bermuda"), said("Bhutan"), said("Bolivia"),
    said("Bosnia & Herzegovina"), said("Botswana"), said("Bouvet Island"), said("Brazil"), said("British Indian Ocean Territory"),
    said("British Virgin Islands"), said("Brunei"), said("Bulgaria"), said("Burkina Faso"), said("Burundi"), said("Cambodia"),
    said("Cameroon"), said("Canada"), said("Canary Islands"), said("Cape Verde"), said("Caribbean Netherlands"), said("Cayman Islands"),
    said("Central African Republic"), said("Ceuta & Melilla"), said("Chad"), said("Chile"), said("China"), said("Christmas Island"),
    said("Clipperton Island"), said("Cocos (Keeling) Islands"), said("Colombia"), said("Comoros"), said("Congo - Brazzaville"),
    said("Congo - Kinshasa"), said("Cook Islands"), said("Costa Rica"), said("Croatia"), said("Cuba"), said("Curaçao"), said("Cyprus"),
    said("Czechia"), said("Côte d’Ivoire"), said("Denmark"), said("Diego Garcia"), said("Djibouti"), said("Dominica"),
    said("Dominican Republic"), said("Ecuador"), said("Egypt"), said("El Salvador"), said("Equatorial Guinea"), said("Eritrea"),
    said("Estonia"), said("Eswatini"), said("Ethiopia"), said("European Union"), said("Falkland Islands"), said("Faroe Islands"),
    said("Fiji"), said("Finland"), said("France"), said("French Guiana"), said("French Polynesia"), said("French Southern Territories"),
    said("Gabon"), said("Gambia"), said("Georgia"), said("Germany"), said("Ghana"), said("Gibraltar"), said("Greece"), said("Greenland"),
    said("Grenada"), said("Guadeloupe"), said("Guam"), said("Guatemala"), said("Guernsey"), said("Guinea"), said("Guinea-Bissau"),
    said("Guyana"), said("Haiti"), said("Heard & McDonald Islands"), said("Honduras"), said("Hong Kong SAR China"), said("Hungary"),
    said("Iceland"), said("India"), said("Indonesia"), said("Iran"), said("Iraq"), said("Ireland"), said("Isle of Man"), said("Israel"),
    said("Italy"), said("Jamaica"), said("Japan"), said("Jersey"), said("Jordan"), said("Kazakhstan"), said("Kenya"), said("Kiribati"),
    said("Kosovo"), said("Kuwait"), said("Kyrgyzstan"), said("Laos"), said("Latvia"), said("Lebanon"), said("Lesotho"), said("Liberia"),
    said("Libya"), said("Liechtenstein"), said("Lithuania"), said("Luxembourg"), said("Macao SAR China"), said("Madagascar"),
    said("Malawi"), said("Malaysia"), said("Maldives"), said("Mali"), said("Malta"), said("Marshall Islands"), said("Martinique"),
    said("Mauritania"), said("Mauritius"), said("Mayotte"), said("Mexico"), said("Micronesia"), said("Moldova"), said("Monaco"),
    said("Mongolia"), said("Montenegro"), said("Montserrat"), said("Morocco"), said("Mozambique"), said("Myanmar (Burma)"), said("Namibia"),
    said("Nauru"), said("Nepal"), said("Netherlands"), said("New Caledonia"), said("New Zealand"), said("Nicaragua"), said("Niger"),
    said("Nigeria"), said("Niue"), said("Norfolk Island"), said("North Korea"), said("North Macedonia"), said("Northern Mariana Islands"),
    said("Norway"), said("Oman"), said("Outlying Oceania"), said("Pakistan"), said("Palau"), said("Palestinian Territories"),
    said("Panama"), said("Papua New Guinea"), said("Paraguay"), said("Peru"), said("Philippines"), said("Pitcairn Islands"), said("Poland"),
    said("Portugal"), said("Puerto Rico"), said("Qatar"), said("Romania"), said("Russia"), said("Rwanda"), said("Réunion"), said("Samoa"),
    said("San Marino"), said("Saudi Arabia"), said("Senegal"), said("Serbia"), said("Seychelles"), said("Sierra Leone"), said("Singapore"),
    said("Sint Maarten"), said("Slovakia"), said("Slovenia"), said("Solomon Islands"), said("Somalia"), said("South Africa"),
    said("South Georgia & South Sandwich Islands"), said("South Korea"), said("South Sudan"), said("Spain"), said("Sri Lanka"),
    said("St. Barthélemy"), said("St. Helena"), said("St. Kitts & Nevis"), said("St. Lucia"), said("St. Martin"),
    said("St. Pierre & Miquelon"), said("St. Vincent & Grenadines"), said("Sudan"), said("Suriname"), said("Svalbard & Jan Mayen"),
    said("Sweden"), said("Switzerland"), said("Syria"), said("São Tomé & Príncipe"), said("Taiwan"), said("Tajikistan"), said("Tanzania"),
    said("Thailand"), said("Timor-Leste"), said("Togo"), said("Tokelau"), said("Tonga"), said("Trinidad & Tobago"),
    said("Tristan da Cunha"), said("Tunisia"), said("Turkmenistan"), said("Turks & Caicos Islands"), said("Tuvalu"), said("Türkiye"),
    said("U.S. Outlying Islands"), said("U.S. Virgin Islands"), said("Uganda"), said("Ukraine"), said("United Arab Emirates"),
    said("United Kingdom"), said("United States"), said("Uruguay"), said("Uzbekistan"), said("Vanuatu"), said("Vatican City"),
    said("Venezuela"), said("Vietnam"), said("Wallis & Futuna"), said("Western Sahara"), said("Yemen"), said("Zambia"), said("Zimbabwe"),
    said("Åland Islands"),)  # fmt: skip


def country_words(code: str) -> str:
    """A country's name with its code; the code alone where it names none."""
    territory = QLocale.codeToTerritory(code)
    return code if territory is QLocale.Country.AnyTerritory else f"{tr(QLocale.territoryToString(territory))} ({code})"


def in_order(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names with their codes as the reader's language orders them: "Çin" stands before "Danimarka"."""
    collator = QCollator(QLocale(current()))
    return sorted(rows, key=lambda row: collator.sortKey(row[0]))
