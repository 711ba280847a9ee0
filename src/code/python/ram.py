import json
import math
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

# ---------------------------------------------------------------------------------------------------------------------
# The algorithm: the recurrent attention model (Mnih et al., “Recurrent models of visual attention”, 2014)

POLICY_WEIGHT = 0.01 if gaze == "learned" else 0  # how much REINFORCE counts in the hybrid loss


def look(images, place):
    """What the eye sees: square patches of w, 2w, 4w … pixels around places (x, y) in [−1, 1], each averaged to w×w."""
    margin = patch << (scales - 1)
    padded = F.pad(images, [margin] * 4)
    centre = (place + 1) * (image_size / 2)
    parts = []
    for k in range(scales):
        side = patch << k
        first = torch.floor(centre - side / 2 + 0.5).long().clamp(-margin, image_size) + margin
        seen = cut(padded, torch.arange(len(images)), first[:, 1], first[:, 0], side)
        parts.append(F.avg_pool2d(seen[:, None], 1 << k).flatten(1) / 255)
    return torch.cat(parts, 1)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.patch = nn.Linear(scales * patch**2, glimpse_units)
        self.place = nn.Linear(2, glimpse_units)
        self.glimpse = nn.Linear(2 * glimpse_units, core_units)
        self.core = nn.Linear(2 * core_units, core_units)
        self.gaze_hidden = nn.Linear(core_units, glimpse_units)
        self.gaze = nn.Linear(glimpse_units, 2)
        self.classes = nn.Linear(core_units, 10)
        self.baseline = nn.Linear(core_units, 1)

    def step(self, patches, place, h):
        """h_t from what is seen, where, and h_{t−1}."""
        what, where = torch.relu(self.patch(patches)), torch.relu(self.place(place))
        seen = torch.relu(self.glimpse(torch.cat([what, where], 1)))
        return torch.relu(self.core(torch.cat([seen, h], 1)))

    def gaze_mean(self, h):
        return torch.tanh(self.gaze(torch.relu(self.gaze_hidden(h))))


def fixed_place(kind, t, count):
    """Of a gaze that does not follow the policy: anywhere, the middle, or lines from the top left corner."""
    if kind == "random":
        return torch.rand(count, 2, generator=rng) * 2 - 1
    if kind == "centre":
        return torch.zeros(count, 2)
    columns = math.ceil(math.sqrt(glimpses))
    rows = math.ceil(glimpses / columns)
    place = [(2 * (t % columns) + 1) / columns - 1, (2 * (t // columns) + 1) / rows - 1]
    return torch.tensor([place]).expand(count, 2)


def play(model, images, kind):
    """Looks at images to the end: logits of the classes [n, 10], log π and b of every place chosen, [n, glimpses − 1]."""
    count = len(images)
    place = fixed_place("random" if kind == "learned" else kind, 0, count)
    h = torch.zeros(count, core_units)
    log_pi, baselines = [torch.zeros(count)], [torch.zeros(count)]  # so that a single glimpse has some, too
    for t in range(1, glimpses + 1):
        h = model.step(look(images, place), place, h)
        if t == glimpses:
            break
        # As in the paper, the core learns from the class alone: the gaze and the baseline only read it.
        mean = model.gaze_mean(h.detach())
        baselines.append(model.baseline(h.detach())[:, 0])
        drawn = mean.detach() + sigma * torch.randn(count, 2, generator=rng)
        log_pi.append(-((drawn - mean) ** 2).sum(1) / (2 * sigma**2))
        place = drawn.clamp(-1, 1) if kind == "learned" else fixed_place(kind, t, count)
    return model.classes(h), torch.stack(log_pi[1:] or log_pi, 1), torch.stack(baselines[1:] or baselines, 1)


def hybrid_loss(logits, log_pi, b, labels):
    """Cross-entropy of the class + (b − R)² + weight × REINFORCE with the advantage R − b."""
    R = (logits.argmax(1) == labels).float()[:, None]
    advantages = R - (b.detach() if baseline else 0)
    policy_loss = -(log_pi * advantages).sum(1).mean()
    return F.cross_entropy(logits, labels) + ((b - R) ** 2).mean() + POLICY_WEIGHT * policy_loss


def load_weights(model, path):
    """A safetensors file of float16 with every weight as [inputs, outputs], where PyTorch keeps [outputs, inputs]."""
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header, data = json.loads(raw[8 : 8 + length]), raw[8 + length :]
    header.pop("__metadata__", None)
    state = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = np.frombuffer(data[begin:end], dtype="<f2").astype(np.float32).reshape(entry["shape"])
        state[name] = torch.from_numpy(values.T.copy())
    model.load_state_dict(state)


@torch.no_grad()
def share_right(model, kind):
    logits, _, _ = play(model, compose(test_images, torch.arange(len(test_images))), kind)
    return (logits.argmax(1) == test_labels).float().mean().item()


model = Model()
weights_file = HERE / f"{weights}.safetensors"
if weights_file.exists():
    load_weights(model, weights_file)
elif weights != "fresh":
    print(f"{weights_file.name} is not beside this script (the page serves it as weights/{weights_file.name}): fresh weights.")
adam = torch.optim.Adam(model.parameters(), lr=learning_rate)
for update in range(most_updates + 1):
    if update % test_every == 0:
        right, at_random = share_right(model, gaze), share_right(model, "random")
        print(f"update {update:6}   right on held-out digits {right:.3f}   with a random gaze {at_random:.3f}")
        if stop_when_solved and right >= 0.9:
            print("Solved: 90 % are right.")
            break
    which = draw(len(train_images), batch_size)
    loss = hybrid_loss(*play(model, compose(train_images, which), gaze), train_labels[which])
    adam.zero_grad()
    loss.backward()
    adam.step()
