"""The look of the exported web page, from the same palette as window and paper. It names no file and no address."""

from collections.abc import Mapping

from credibility.model import Role, Style

_LINES = {"solid", "double", "dashed", "dotted", "wavy"}
_SHEET = """\
:root { color-scheme: light dark; --page: #fffdf8; --ink: #1d1c1a; --quiet: #5c5850; --rule: #d8d3c6; }
@media (prefers-color-scheme: dark) { :root { --page: #1b1a18; --ink: #e8e4da; --quiet: #aaa396; --rule: #4a463e; } }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 42rem; background: var(--page); color: var(--ink);
  font: 1.125rem/1.6 "Source Serif 4", Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, .legend, .notes, .statement, .facts {
  font-family: "Source Sans 3", "Helvetica Neue", Arial, sans-serif; }
h1 { line-height: 1.2; }
a { color: inherit; text-decoration-color: var(--quiet); }
:focus-visible { outline: 3px solid #1f6feb; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .25rem .5rem; }
.facts, .legend, .statement, .notes { font-size: .9rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; }
.facts dt { color: var(--quiet); } .facts dd { margin: 0; }
.statement { border-inline-start: 4px solid var(--rule); padding-inline-start: .75rem; }
.legend { list-style: none; padding: 0; } .legend li { margin: .2rem 0; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
ul, ol { padding-inline-start: 1.4rem; } ul.plain { list-style: none; } .sign { color: var(--quiet); }
figure { margin: 1rem 0; } img { max-width: 100%; max-height: 80vh; height: auto; }
.caption, .excerpt { color: var(--quiet); font-size: .9rem; }
pre { white-space: pre-wrap; font-size: .9rem; line-height: 1.35; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
td, th { border: 1px solid var(--rule); padding: .25rem .5rem; text-align: start; }
mark { color: inherit; text-decoration-thickness: 2px; text-underline-offset: 3px; text-decoration-skip-ink: none; }
mark.inside { background: none; border-inline: 1px solid; }
.ref { font: 600 .68rem "Source Sans 3", Arial, sans-serif; vertical-align: super; text-decoration: none; margin-inline: .15em .1em;
  user-select: none; }
.noted { text-decoration: overline solid var(--quiet) 1.5px; }
.notes ol { padding: 0; list-style: none; } .notes li { border-top: 1px solid var(--rule); padding: .6rem 0; }
.notes li:target, mark:target { outline: 3px solid #1f6feb; outline-offset: 2px; }
.notes p { margin: .2rem 0; } .why { color: var(--quiet); }
@media print { body { max-width: none; background: none; color: #000; }
mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } .skip { display: none; } }
"""


def stylesheet(styles: Mapping[Role, Style]) -> str:
    """The page's style, and a rule per role for each of the two schemes."""
    light = "".join(_rule(role, style, style.wash, style.line) for role, style in styles.items())
    dark = "".join(_rule(role, style, style.dark_wash, style.dark_line) for role, style in styles.items())
    return f"{_SHEET}{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def _rule(role: Role, style: Style, wash: str, line: str) -> str:
    """CSS has no line of dashes and dots, so that one is drawn as a border."""
    if style.underline in _LINES:
        drawn = f"text-decoration: underline {style.underline} {line} 2px"
    elif style.underline == "dash-dot":
        dashes = f"repeating-linear-gradient(90deg, {line} 0 7px, transparent 7px 10px, {line} 10px 12px, transparent 12px 15px)"
        drawn = f"border-bottom: 2px solid; border-image: {dashes} 2"
    else:
        drawn = "text-decoration: none"
    inside = f"background: none; border-inline-color: {line};"
    return f"mark.{role.value} {{ background: {wash}; {drawn}; }}\nmark.{role.value}.inside {{ {inside} }}\n"
