"""Contrast as WCAG 2.2 defines it, colour vision deficiency as Machado, Oliveira and Fernandes (2009) simulate it, distance as CIE 1976."""

Rgb = tuple[float, float, float]

# Full deficiency; applied to linear RGB. Machado et al., IEEE TVCG 15(6), table of matrices for severity 1.0.
DEFICIENCIES: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> Rgb:
    """Linear RGB, 0–1, of "#rrggbb"."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return r, g, b


def luminance(colour: str) -> float:
    """Relative luminance."""
    r, g, b = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1–21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen_with(deficiency: str, colour: Rgb) -> Rgb:
    """Linear RGB as someone with the deficiency sees it."""
    r, g, b = (min(1.0, max(0.0, sum(a * c for a, c in zip(row, colour, strict=True)))) for row in DEFICIENCIES[deficiency])
    return r, g, b


def grey(colour: Rgb) -> Rgb:
    """The colour as a grey of the same luminance, as on a printer without colours."""
    r, g, b = colour
    return (0.2126 * r + 0.7152 * g + 0.0722 * b,) * 3


def lab(colour: Rgb) -> Rgb:
    """CIE L*a*b* (D65) of linear RGB."""
    r, g, b = colour
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Rgb, other: Rgb) -> float:
    """CIE 1976 colour difference."""
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5
