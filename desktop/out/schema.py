"""The JSON Schema of the export, made from the forms that read it: `python -m desktop.out.schema` writes it anew."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.out.forms import FileForm

FILE = Path(__file__).with_name("export.schema.json")


def schema_text() -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(FileForm)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=1).decode() + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
