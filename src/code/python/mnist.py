import pathlib
import sys

import numpy as np
import torch

# ---------------------------------------------------------------------------------------------------------------------
# The digits: MNIST's four IDX files beside this script, or what torchvision downloads

rng = torch.Generator().manual_seed(seed)
torch.manual_seed(seed)
HERE = pathlib.Path(__file__).resolve().parent


def read_idx(path):
    """An array of unsigned bytes in LeCun's IDX format."""
    raw = path.read_bytes()
    axes = raw[3]
    shape = [int.from_bytes(raw[4 + 4 * i : 8 + 4 * i], "big") for i in range(axes)]
    return torch.from_numpy(np.frombuffer(raw, dtype=np.uint8, offset=4 + 4 * axes).reshape(shape).copy())


def read_mnist(split):
    """Images [n, 28, 28], 0 to 255, and labels [n]; `split` is "train" or "t10k"."""
    files = [HERE / f"{split}-images-idx3-ubyte", HERE / f"{split}-labels-idx1-ubyte"]
    if all(file.exists() for file in files):
        return read_idx(files[0]), read_idx(files[1]).long()
    try:
        from torchvision.datasets import MNIST
    except ImportError:
        sys.exit(
            f"There are no digits: put MNIST's files, unpacked ({files[0].name} and its like), into {HERE},"
            " or install torchvision (python3 -m pip install torchvision)."
        )
    digits = MNIST(HERE, train=split == "train", download=True)
    return digits.data, digits.targets


def draw(below, count):
    return torch.randint(0, below, (count,), generator=rng)


def cut(images, which, top, left, side):
    """Squares [n, side, side] of images[which] at (top, left)."""
    offsets = torch.arange(side)
    return images[which[:, None, None], (top[:, None] + offsets)[:, :, None], (left[:, None] + offsets)[:, None, :]]


def paste(canvas, squares, top, left):
    """Adds squares [n, side, side] to canvas [n, size, size] at (top, left)."""
    count, side = squares.shape[:2]
    offsets = torch.arange(side)
    rows, columns = (top[:, None] + offsets)[:, :, None], (left[:, None] + offsets)[:, None, :]
    canvas[torch.arange(count)[:, None, None], rows, columns] += squares


# Means over the area that a smaller pixel covers
edges = torch.arange(digit_size + 1) * 28 / digit_size
covered = torch.minimum(edges[1:, None], torch.arange(1, 29)) - torch.maximum(edges[:-1, None], torch.arange(28))
shrink = covered.clamp(min=0) * digit_size / 28


def compose(images, which):
    """Digits on black, [n, image_size, image_size], with clutter: 8×8 pieces of other digits (Mnih et al., 2014)."""
    count, room = len(which), image_size - digit_size
    digits = images[which].float()
    if digit_size < 28:
        digits = torch.floor(shrink @ digits @ shrink.T + 0.5)
    canvas = torch.zeros(count, image_size, image_size)
    places = [draw(room + 1, count) if translate else torch.full((count,), room // 2) for _ in range(2)]
    paste(canvas, digits, *places)
    for _ in range(clutter):
        shift = 1 + draw(len(train_images) - 1, count)
        other = (which + shift) % len(train_images)
        piece = cut(train_images, other, draw(21, count), draw(21, count), 8).float()
        paste(canvas, piece, draw(image_size - 7, count), draw(image_size - 7, count))
    return canvas.clamp_(max=255)


train_images, train_labels = [data[:train_count] for data in read_mnist("train")]
test_images, test_labels = [data[:500] for data in read_mnist("t10k")]  # held-out digits of the tests in training
