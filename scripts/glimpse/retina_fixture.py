"""
Writes what the retina of model.py sees in a few images, for src/envs/glimpse/retina.test.ts.

    python3 scripts/glimpse/retina_fixture.py && npx prettier --write src/envs/glimpse/reference

The images are not stored: pixel i of every image is (i * i + 3 * i) mod 251 + 5, and a third of them is black.
The numbers of a glimpse are stored as float32, little-endian, in base64.
"""

import base64
import json
import pathlib

import torch

from model import Retina, Sizes

OUT = pathlib.Path(__file__).parents[2] / "src/envs/glimpse/reference/retina.json"

# (image size, patch, scales): odd and even; the last sees beyond the image on both sides.
EYES = [(28, 8, 1), (28, 5, 2), (29, 7, 2), (60, 6, 3), (33, 4, 4)]
# The corners, the middle, places whose patch begins exactly between two pixels, and some that miss that by one bit of a
# float32, or only in a float64.
CORNERS = [(-1, -1), (1, -1), (-1, 1), (1, 1)]
TIES = [(0.5, -0.25), (-0.75, 0.25), (-0.75000006, 0.24999999), (-1e-8, 1e-8), (-0.96428573, -0.5)]
PLACES = [*CORNERS, (0, 0), *TIES]
DRAWN = 1


def image(size: int) -> torch.Tensor:
    i = torch.arange(size * size)
    return torch.where(i % 3 == 0, 0, (i * i + 3 * i) % 251 + 5).reshape(1, size, size).float()


def packed(values: torch.Tensor) -> str:
    return base64.b64encode(values.numpy().astype("<f4").tobytes()).decode()


def main() -> None:
    generator = torch.Generator().manual_seed(1)
    eyes = []
    for size, patch, scales in EYES:
        retina = Retina(image(size), Sizes(size, 0, patch, scales, glimpses=1, sigma=0.1))
        drawn = (torch.rand(DRAWN, 2, generator=generator) * 2 - 1).tolist()
        glimpses = [
            {"place": place, "seen": packed(retina.look(torch.tensor([place]))[0])} for place in [*PLACES, *drawn]
        ]
        eyes.append({"size": size, "patch": patch, "scales": scales, "glimpses": glimpses})
    source = "PyTorch " + torch.__version__ + ", scripts/glimpse/retina_fixture.py"
    OUT.write_text(json.dumps({"source": source, "eyes": eyes}) + "\n")


if __name__ == "__main__":
    main()
