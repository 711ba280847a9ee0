"""
One batch of a small glimpse model with its loss and gradient by PyTorch, for src/nn/glimpse-reference.test.ts.

    python3 scripts/glimpse/batch_fixture.py && npx prettier --write src/nn/reference/glimpse-batch.json

Runs `play` and `losses` of model.py as training does, and writes down what they were given. Matrices are
[inputs, outputs], the transposes of PyTorch's; rows of several glimpses lie glimpse after glimpse.
"""

import json
import pathlib

import torch

import model as ram

SIZES = ram.Sizes(
    image=12, clutter=0, patch=4, scales=2, glimpses=3, sigma=0.5, glimpse_units=6, core_units=8
)
ROWS = 4
SEED = 97
OUT = pathlib.Path(__file__).parents[2] / "src/nn/reference/glimpse-batch.json"


class Recorded(ram.GlimpseModel):
    """Notes what each glimpse was given and gave."""

    def __init__(self, sizes: ram.Sizes):
        super().__init__(sizes)
        self.noted = {"patches": [], "places": [], "hidden": [], "means": [], "drawn": [], "logits": []}

    def step(self, patches, place, hidden):
        hidden = super().step(patches, place, hidden)
        self.note(patches=patches, places=place, hidden=hidden, logits=self.classes(hidden))
        return hidden

    def note(self, **tensors) -> None:
        for name, tensor in tensors.items():
            self.noted[name].append(tensor.detach())


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    model = Recorded(SIZES)
    images = torch.randint(-255, 256, (ROWS, SIZES.image, SIZES.image)).clamp(min=0).float()
    log_normal = ram.log_normal

    def noted_log_normal(sample, mean, sigma):
        model.note(drawn=sample, means=mean)
        return log_normal(sample, mean, sigma)

    ram.log_normal = noted_log_normal
    episode = ram.play(model, images, torch.Generator().manual_seed(SEED))
    # Every other image is given the label that was answered, so that there are rewards of both kinds.
    answers = episode.logits.argmax(1)
    labels = torch.where(torch.arange(ROWS) % 2 == 0, answers, (answers + 3) % 10)
    losses = ram.losses(episode, labels)
    losses["total"].backward()

    def numbers(tensors) -> list[float]:
        return [float(f"{x:.9g}") for tensor in tensors for x in tensor.flatten().tolist()]

    def flat(of) -> list[float]:
        return numbers(of(parameter).t() if parameter.dim() == 2 else of(parameter) for parameter in model.parameters())

    fixture = {
        "source": f"scripts/glimpse/batch_fixture.py, PyTorch {torch.__version__}, float32, seed {SEED}",
        "inputs": SIZES.scales * SIZES.patch**2,
        "glimpseUnits": SIZES.glimpse_units,
        "coreUnits": SIZES.core_units,
        "rows": ROWS,
        "glimpses": SIZES.glimpses,
        "sigma": SIZES.sigma,
        "policyWeight": ram.REINFORCE_WEIGHT,
        "losses": {key: float(f"{losses[key].item():.9g}") for key in ("class", "baseline", "reinforce", "total")},
        "labels": labels.tolist(),
        "rewards": losses["right"].tolist(),
        "baselines": numbers(episode.baselines.detach().t()),
        **{name: numbers(tensors) for name, tensors in model.noted.items()},
        "weights": flat(lambda parameter: parameter.detach()),
        "gradient": flat(lambda parameter: parameter.grad),
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(fixture))


if __name__ == "__main__":
    main()
