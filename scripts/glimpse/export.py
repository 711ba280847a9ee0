"""
Writes a trained glimpse model as the app ships it: public/weights/NAME.safetensors, with its card in the file's metadata.

    python3 scripts/glimpse/export.py .cache/glimpse/glimpse-28.pt public/weights/glimpse-28.safetensors
"""

import datetime
import json
import pathlib
import sys

import torch

from weights import tensors_of, write_safetensors


def main() -> None:
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    saved = torch.load(source)
    tested = [row for row in saved["log"] if "test" in row]
    card = {
        "data": "MNIST, 60,000 training digits, made anew for every batch",
        "epochs": str(saved["epoch"]),
        "updates": str(saved["epoch"] * saved["batches"]),
        "seed": str(saved["seed"]),
        "testErrorInPyTorch": str(tested[-1]["test"]),
        "date": datetime.date.today().isoformat(),
        "command": saved["command"],
    }
    begun_with = saved.get("begun_with", {})
    if begun_with:
        earlier = [f"{begun_with['epochs']} epochs before: {begun_with['command']}", begun_with.get("begunWith")]
        card["begunWith"] = "; ".join(filter(None, earlier))
    write_safetensors(target, tensors_of(saved["model"]), card)
    print(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
