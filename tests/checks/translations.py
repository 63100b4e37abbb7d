"""Each text of the window has a finished German translation that says the same.

usage: translations.py SOURCE-FOLDER    needs lupdate, which scripts/translations finds
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from pathlib import Path

ENDINGS = ("…", "...", ".", ":", "?", "!", " ")
NUMBERED = re.compile(r"%(?:L?\d|n)")


def without_mnemonic(text):
    return text.replace("&&", "")


def complaints(source, translation):
    """What is wrong with one translation."""
    if not translation.strip():
        return ["is empty"]
    wrong = []
    if set(NUMBERED.findall(source)) != set(NUMBERED.findall(translation)):
        wrong.append("has other placeholders")
    if without_mnemonic(source).count("&") != without_mnemonic(translation).count("&"):
        wrong.append("has another number of mnemonics")
    for ending in ENDINGS:
        if source.endswith(ending) != translation.endswith(ending):
            wrong.append(f"ends otherwise: '{ending}'")
    if source.startswith(" ") != translation.startswith(" "):
        wrong.append("begins otherwise")
    if source.count("\n") != translation.count("\n") or source.count("\t") != translation.count("\t"):
        wrong.append("has other lines")
    if re.findall(r"<[^>]*>", source) != re.findall(r"<[^>]*>", translation):
        wrong.append("has other tags")
    return wrong


def messages(path):
    """(context, source, element of the translation, numerus) of each message."""
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            yield name, message.findtext("source") or "", translation, message.get("numerus") == "yes"


def check(path):
    found = []
    count = 0
    for context, source, translation, is_counted in messages(path):
        count += 1
        where = f"{context}: {source!r}"
        if translation is None or translation.get("type") is not None:
            found.append(f"{where} is not translated")
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] if is_counted else [translation.text or ""]
        if is_counted and len(forms) != 2:
            found.append(f"{where} needs two forms, for one and for many")
        for form in forms:
            found += [f"{where} → {form!r} {wrong}" for wrong in complaints(source, form)]
    return count, found


def keys(path):
    return {(context, source) for context, source, translation, _ in messages(path)
            if translation is None or translation.get("type") not in ("vanished", "obsolete")}


def main(folder):
    folder = Path(folder)
    kept = folder / "resources/translations/rejoin_de.ts"
    count, found = check(kept)
    found += check(folder / "resources/translations/rejoin_en.ts")[1]  # one and many
    with tempfile.TemporaryDirectory() as work:
        fresh = Path(work) / "rejoin_de.ts"
        shutil.copy(kept, fresh)
        subprocess.run([folder / "scripts/translations", fresh], check=True)
        found += [f"{context}: {source!r} is new: run scripts/dev scripts/translations"
                  for context, source in sorted(keys(fresh) - keys(kept))]
        found += [f"{context}: {source!r} is said no more: run scripts/dev scripts/translations"
                  for context, source in sorted(keys(kept) - keys(fresh))]
    for line in found:
        print(line)
    print(f"{count} texts, {len(found)} complaints")
    return 1 if found or count < 500 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
