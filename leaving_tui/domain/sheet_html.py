"""The care notes as one page of HTML to print: whole in itself, it loads nothing and runs nothing."""

from html import escape

from leaving_tui.domain.sheet import Block, Row, Sheet

_STYLE = """
@page { margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #2d2837; background: #fff;
  font: 1rem/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .3rem; font-size: 1rem; color: #664a9c; break-after: avoid; }
.day { margin: 0 0 1rem; color: #665e72; }
section { margin: 0 0 1rem; }
.first { padding: .7rem 1rem; border: 2px solid #664a9c; border-radius: .5rem; }
dl, dd, dt, p { margin: 0; }
.row { margin: 0 0 .25rem; break-inside: avoid; }
dt { font-weight: 600; }
dd { white-space: pre-line; }
@media (min-width: 34rem), print { .rest { columns: 2; column-gap: 2rem; } .row { display: flex; gap: .6rem; }
  dt { flex: 0 0 8.5rem; } .rest dt { flex-basis: 6rem; } dd { flex: 1; min-width: 0; } }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9.5pt; } h1 { font-size: 15pt; } }
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
<p class="day">{day}</p>
{first}
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
        day=escape(sheet.day),
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
