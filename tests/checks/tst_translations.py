"""What translations.py must find."""

import sys
import tempfile
from pathlib import Path

import translations

ONE = """<?xml version="1.0"?><TS version="2.1" language="de"><context><name>C</name>
<message{numerus}><source>{source}</source>{translation}</message></context></TS>"""


def found(source, translation, numerus=""):
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "one.ts"
        path.write_text(ONE.format(source=source, translation=translation, numerus=numerus), encoding="utf-8")
        return translations.check(path)[1]


def said(source, german):
    return found(source, f"<translation>{german}</translation>")


def main():
    good = [("Open", "Öffnen"), ("&amp;File", "&amp;Datei"), ("%1 of %2", "%2, davon %1"), ("Open…", "Öffnen…")]
    bad = [("%1 rows", "Zeilen"), ("%1 rows", "%2 Zeilen"), ("&amp;File", "Datei"), ("Open…", "Öffnen"),
           ("Stop.", "Halt"), (" and ", "und"), ("&lt;b&gt;x&lt;/b&gt;", "x"), ("Open", ""), ("a", "a.")]
    wrong = [pair for pair in good if said(*pair)] + [pair for pair in bad if not said(*pair)]
    if not found("Open", '<translation type="unfinished"></translation>'):
        wrong.append("unfinished")
    one = "<translation><numerusform>%n Zeile</numerusform></translation>"
    if not found("%n rows", one, ' numerus="yes"'):
        wrong.append("one form")
    two = "<translation><numerusform>%n Zeile</numerusform><numerusform>%n Zeilen</numerusform></translation>"
    if found("%n rows", two, ' numerus="yes"'):
        wrong.append("two forms")
    print(f"wrong: {wrong}" if wrong else f"{len(good) + len(bad) + 3} cases")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
