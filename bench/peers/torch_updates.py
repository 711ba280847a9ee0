"""
What one update of the networks of ../network.ts costs in PyTorch on one thread: prints a JSON line for each, with the
same titles. `python3 bench/peers/torch_updates.py [seconds per figure]`
"""

import copy
import json
import pathlib
import statistics
import sys
import time

import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts/glimpse"))
from model import GlimpseModel, Sizes, losses, play  # noqa: E402

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 3
torch.set_num_threads(1)
torch.manual_seed(1)


def perceptron(sizes, activation):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), activation()]
    return nn.Sequential(*layers[:-1])


def double_dqn(sizes, rows):
    network = perceptron(sizes, nn.ReLU)
    target = copy.deepcopy(network)
    adam = torch.optim.Adam(network.parameters())
    states, following = torch.rand(rows, 4), torch.rand(rows, 4)
    actions, rewards = torch.randint(0, 2, (rows, 1)), torch.rand(rows)
    goes_on = torch.randint(0, 2, (rows,)).float()

    def update():
        with torch.no_grad():
            best = network(following).argmax(1, keepdim=True)
            targets = rewards + 0.99 * goes_on * target(following).gather(1, best)[:, 0]
        loss = nn.functional.smooth_l1_loss(network(states).gather(1, actions)[:, 0], targets)
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 10)
        adam.step()

    return update


def reinforce(sizes, rows):
    network = perceptron(sizes, nn.Tanh)
    adam = torch.optim.Adam(network.parameters())
    states, actions, advantages = torch.rand(rows, 4), torch.randint(0, 2, (rows, 1)), torch.rand(rows)

    def update():
        chosen = nn.functional.log_softmax(network(states), 1).gather(1, actions)[:, 0]
        loss = -0.1 * (chosen * advantages).sum()
        adam.zero_grad()
        loss.backward()
        adam.step()

    return update


def attention(sizes, rows):
    model = GlimpseModel(sizes)
    adam = torch.optim.Adam(model.parameters())
    images, labels = 255 * torch.rand(rows, sizes.image, sizes.image), torch.randint(0, 10, (rows,))
    generator = torch.Generator().manual_seed(1)

    def update():
        loss = losses(play(model, images, generator), labels)["total"]
        adam.zero_grad()
        loss.backward()
        adam.step()

    return update


SMALL = Sizes(image=28, clutter=0, patch=8, scales=2, glimpses=4, sigma=0.1, glimpse_units=32, core_units=64)
PAPER = Sizes(image=28, clutter=0, patch=8, scales=1, glimpses=6, sigma=0.05)
CASES = [
    ("double DQN 4-64-64-2, batch 64", double_dqn([4, 64, 64, 2], 64), None),
    ("double DQN 4-128-128-2, batch 256", double_dqn([4, 128, 128, 2], 256), None),
    ("REINFORCE 4-64-2 tanh, 3,072 steps", reinforce([4, 64, 2], 3072), None),
    ("RAM, small preset: 4 glimpses, batch 64", attention(SMALL, 64), 64),
    ("RAM of the paper, 28×28: 6 glimpses, batch 128", attention(PAPER, 128), 128),
]

for title, update, images in CASES:
    for _ in range(10):
        update()
    found, end = [], time.perf_counter() + SECONDS
    while len(found) < 3 or time.perf_counter() < end:
        began = time.perf_counter()
        update()
        found.append(1000 * (time.perf_counter() - began))
    median = statistics.median(found)
    row = {"title": title, "updateMs": {"median": median, "best": min(found)}}
    if images:
        row["imagesPerSecond"] = 1000 * images / median
    print(json.dumps(row), flush=True)
