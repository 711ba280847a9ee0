"""MNIST and its variants, as the app builds them (src/data): integers 0 to 255, made anew for every batch."""

import pathlib

import numpy
import torch

CLUTTER_SIDE = 8
DIGIT_SIDE = 28


def read_idx(path: pathlib.Path) -> torch.Tensor:
    """An array of unsigned bytes in LeCun's IDX format."""
    raw = path.read_bytes()
    axes = raw[3]
    shape = [int.from_bytes(raw[4 + 4 * i : 8 + 4 * i], "big") for i in range(axes)]
    return torch.from_numpy(numpy.frombuffer(raw, dtype=numpy.uint8, offset=4 + 4 * axes).reshape(shape).copy())


def read_mnist(folder: pathlib.Path, split: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Images [n, 28, 28] and labels [n]; `split` is "train" or "t10k"."""
    images = read_idx(folder / f"{split}-images-idx3-ubyte")
    return images, read_idx(folder / f"{split}-labels-idx1-ubyte").long()


def gather_squares(images: torch.Tensor, which, top, left, side: int) -> torch.Tensor:
    """Squares [n, side, side] cut out of images[which] at (top, left)."""
    offsets = torch.arange(side)
    rows = (top[:, None] + offsets)[:, :, None]
    columns = (left[:, None] + offsets)[:, None, :]
    return images[which[:, None, None], rows, columns]


def paste(canvas: torch.Tensor, squares: torch.Tensor, top, left) -> None:
    """Adds squares [n, side, side] to canvas [n, size, size] at (top, left)."""
    count, side = squares.shape[0], squares.shape[1]
    offsets = torch.arange(side)
    rows = (top[:, None] + offsets)[:, :, None].expand(-1, -1, side)
    columns = (left[:, None] + offsets)[:, None, :].expand(-1, side, -1)
    canvas[torch.arange(count)[:, None, None], rows, columns] += squares


def compose(images: torch.Tensor, which: torch.Tensor, size: int, clutter: int, generator) -> torch.Tensor:
    """
    Digits images[which] on black squares of `size` pixels, [n, size, size] float32 with the values 0 to 255: each at
    a random place, then `clutter` random 8x8 pieces of other digits added at random places, cut off at 255
    (Mnih et al., 2014, section 4.1).
    """
    count = len(which)

    def draw(below: int) -> torch.Tensor:
        return torch.randint(0, below, (count,), generator=generator)

    if size == DIGIT_SIDE:
        return images[which].float()
    canvas = torch.zeros(count, size, size)
    room = size - DIGIT_SIDE + 1
    paste(canvas, images[which].float(), draw(room), draw(room))
    for _ in range(clutter):
        other = draw(len(images))
        inside = DIGIT_SIDE - CLUTTER_SIDE + 1
        piece = gather_squares(images, other, draw(inside), draw(inside), CLUTTER_SIDE).float()
        paste(canvas, piece, draw(size - CLUTTER_SIDE + 1), draw(size - CLUTTER_SIDE + 1))
    return canvas.clamp_(max=255)
