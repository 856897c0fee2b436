"""The care notes as one page of HTML to print: whole in itself, it loads nothing and runs nothing."""

from html import escape

from leaving_tui.domain.sheet import Block, Row, Sheet

_STYLE = """
@page { margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #2d2837; background: #fff;
  font: 1rem/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5em; }
h2 { margin: 0 0 .3em; font-size: 1.05em; color: #664a9c; break-after: avoid; }
.day { margin: 0 0 1em; color: #665e72; }
section { margin: 0 0 1em; }
.first { padding: .7em 1em .5em; border: 2px solid #664a9c; border-radius: .5em; }
.row { margin: 0 0 .25em; break-inside: avoid; }
dt, dd { display: inline; margin: 0; }
dt { font-weight: 600; }
dt::after { content: ": "; }
dd { white-space: pre-line; }
@media (min-width: 40rem), print {
  .rest { columns: 2; column-gap: 2em; }
  .first .row { display: flex; gap: 1em; }
  .first dt { flex: 0 0 19em; }
  .first dt::after { content: none; }
}
@media screen { .rest section { break-inside: avoid; } }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1 dir="auto">{title}</h1>
{day}{first}
<div class="rest">
{rest}
</div>
</body>
</html>
"""


def html_page(sheet: Sheet) -> str:
    """The whole sheet as HTML; nothing is cut, and all that a person typed is shown as text."""
    blocks = [_block(block, first=not number) for number, block in enumerate(sheet.blocks)]
    return _PAGE.format(
        title=escape(sheet.title),
        day=f'<p class="day">{escape(sheet.day)}</p>\n' if sheet.day else "",
        style=_STYLE,
        first="".join(blocks[:1]),
        rest="\n".join(blocks[1:]),
    )


def _block(block: Block, *, first: bool) -> str:
    rows = "\n".join(map(_row, block.rows))
    kind = ' class="first"' if first else ""
    return f"<section{kind}>\n<h2>{escape(block.heading)}</h2>\n{rows}\n</section>"


def _row(row: Row) -> str:
    text = escape(row.text)
    if not row.label:
        return f'<p class="row" dir="auto">{text}</p>'
    return f'<dl class="row"><dt>{escape(row.label)}</dt><dd dir="auto">{text}</dd></dl>'
