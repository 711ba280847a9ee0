"""
Writes a trained glimpse model as the app ships it: public/weights/NAME.safetensors in float16, every weight as
[inputs, outputs], with its card in the file's metadata.

    python3 scripts/glimpse/export.py .cache/glimpse/glimpse-28.pt public/weights/glimpse-28.safetensors
"""

import datetime
import json
import pathlib
import struct
import sys

import torch

LAYERS = ["patch", "place", "glimpse", "core", "gaze_hidden", "gaze", "classes", "baseline"]
ALIGNMENT = 8


def tensors_of(state: dict) -> dict[str, torch.Tensor]:
    tensors = {}
    for layer in LAYERS:
        tensors[f"{layer}.weight"] = state[f"{layer}.weight"].t().contiguous().half()
        tensors[f"{layer}.bias"] = state[f"{layer}.bias"].half()
    return tensors


def write_safetensors(path: pathlib.Path, tensors: dict[str, torch.Tensor], metadata: dict[str, str]) -> None:
    """The format of huggingface.co/docs/safetensors."""
    entries, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        raw = tensor.numpy().astype("<f2").tobytes()
        offsets = [len(data), len(data) + len(raw)]
        entries[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": offsets}
        data += raw
    header = json.dumps(entries).encode()
    header += b" " * (-len(header) % ALIGNMENT)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header + data)


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
    write_safetensors(target, tensors_of(saved["model"]), card)
    print(json.dumps(card, indent=2))


if __name__ == "__main__":
    main()
