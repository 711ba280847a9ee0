"""
The files the app ships: safetensors (huggingface.co/docs/safetensors) in float16, every weight as [inputs, outputs],
where PyTorch keeps [outputs, inputs].
"""

import json
import pathlib
import struct

import numpy
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


def read_weights(path: pathlib.Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    """The state of a model, float32, and the card of the file."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header, data = json.loads(raw[8 : 8 + length]), raw[8 + length :]
    card = header.pop("__metadata__", {})
    state = {}
    for name, entry in header.items():
        first, end = entry["data_offsets"]
        values = numpy.frombuffer(data[first:end], dtype="<f2").astype(numpy.float32).reshape(entry["shape"])
        state[name] = torch.from_numpy(values.T.copy())
    return state, card
