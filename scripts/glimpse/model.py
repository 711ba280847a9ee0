"""The recurrent attention model (Mnih et al., 2014), with the layers, names and arithmetic of src/nn."""

import dataclasses

import torch
from torch import nn


@dataclasses.dataclass(frozen=True)
class Sizes:
    image: int
    clutter: int
    patch: int
    scales: int
    glimpses: int
    sigma: float
    glimpse_units: int = 128
    core_units: int = 256


class Retina:
    """
    Square patches of `patch`, 2 `patch`, 4 `patch` … pixels around a place of a batch of images, each averaged down
    to patch x patch, values 0 to 1. Places are (x, y), -1 to 1 from the top left corner to the bottom right one;
    beyond the border everything is 0.
    """

    def __init__(self, images: torch.Tensor, sizes: Sizes):
        self.sizes = sizes
        self.margin = ((sizes.patch << (sizes.scales - 1)) + 1) // 2
        padded = nn.functional.pad(images, [self.margin] * 4)
        self.sums = [padded]  # sums[k][i, j]: over the square of side 2^k that begins at (i, j)
        for k in range(1, sizes.scales):
            step, last = 1 << (k - 1), self.sums[-1]
            tall = last[:, :-step] + last[:, step:]
            self.sums.append(tall[:, :, :-step] + tall[:, :, step:])

    def look(self, place: torch.Tensor) -> torch.Tensor:
        """place [n, 2] -> [n, scales * patch * patch]"""
        size, patch = self.sizes.image, self.sizes.patch
        centre = (place + 1) * (size / 2)
        parts = []
        for k, sums in enumerate(self.sums):
            side = patch << k
            first = torch.floor(centre - side / 2 + 0.5).long() + self.margin
            offsets = torch.arange(patch) << k
            columns = (first[:, 0, None] + offsets)[:, None, :]
            rows = (first[:, 1, None] + offsets)[:, :, None]
            height, width = sums.shape[1:]
            index = torch.arange(len(place))[:, None, None] * (height * width) + rows * width + columns
            parts.append((sums.reshape(-1)[index] / (255.0 * 4**k)).flatten(1))
        return torch.cat(parts, 1)


class GlimpseModel(nn.Module):
    def __init__(self, sizes: Sizes):
        super().__init__()
        units, core = sizes.glimpse_units, sizes.core_units
        self.sizes = sizes
        self.patch = nn.Linear(sizes.scales * sizes.patch**2, units)
        self.place = nn.Linear(2, units)
        self.glimpse = nn.Linear(2 * units, core)
        self.core = nn.Linear(2 * core, core)
        self.gaze_hidden = nn.Linear(core, units)
        self.gaze = nn.Linear(units, 2)
        self.classes = nn.Linear(core, 10)
        self.baseline = nn.Linear(core, 1)

    def step(self, patches, place, hidden):
        """One glimpse: h_t from what is seen, where, and h_{t-1}."""
        what = torch.relu(self.patch(patches))
        where = torch.relu(self.place(place))
        seen = torch.relu(self.glimpse(torch.cat([what, where], 1)))
        return torch.relu(self.core(torch.cat([seen, hidden], 1)))

    def gaze_mean(self, hidden):
        return torch.tanh(self.gaze(torch.relu(self.gaze_hidden(hidden))))


@dataclasses.dataclass
class Episode:
    """What a batch did: log-probabilities and baselines are [n, glimpses - 1], one for each place that was chosen."""

    logits: torch.Tensor
    log_probs: torch.Tensor
    baselines: torch.Tensor


def log_normal(sample, mean, sigma: float):
    """log N(sample; mean, sigma^2 I) without its constant, which has no gradient."""
    return -((sample - mean) ** 2).sum(1) / (2 * sigma**2)


def play(model: GlimpseModel, images: torch.Tensor, generator, gaze: str = "learned") -> Episode:
    """
    Looks at images [n, size, size] (0 to 255). The first place is uniform; later ones are drawn from the policy,
    or, as a control, all uniform (gaze = "random").
    """
    sizes = model.sizes
    retina = Retina(images, sizes)
    count = len(images)

    def uniform():
        return torch.rand(count, 2, generator=generator) * 2 - 1

    place = uniform()
    hidden = torch.zeros(count, sizes.core_units)
    log_probs, baselines = [], []
    for t in range(sizes.glimpses):
        hidden = model.step(retina.look(place), place, hidden)
        if t == sizes.glimpses - 1:
            break
        # As in the paper, the core learns from the class alone: the gaze and the baseline only read it.
        mean = model.gaze_mean(hidden.detach())
        baselines.append(model.baseline(hidden.detach())[:, 0])
        drawn = mean.detach() + sizes.sigma * torch.randn(count, 2, generator=generator)
        log_probs.append(log_normal(drawn, mean, sizes.sigma))
        place = uniform() if gaze == "random" else drawn.clamp(-1, 1)
    return Episode(model.classes(hidden), torch.stack(log_probs, 1), torch.stack(baselines, 1))


REINFORCE_WEIGHT = 0.01


def losses(episode: Episode, labels: torch.Tensor) -> dict[str, torch.Tensor]:
    """The hybrid loss, its parts, and which answers were right."""
    right = (episode.logits.argmax(1) == labels).float()
    advantage = right[:, None] - episode.baselines.detach()
    parts = {
        "class": nn.functional.cross_entropy(episode.logits, labels),
        "baseline": ((episode.baselines - right[:, None]) ** 2).mean(),
        "reinforce": -(episode.log_probs * advantage).sum(1).mean(),
    }
    total = parts["class"] + parts["baseline"] + REINFORCE_WEIGHT * parts["reinforce"]
    return {**parts, "total": total, "right": right}
