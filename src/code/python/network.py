import numpy as np
import torch
from torch import nn

# ---------------------------------------------------------------------------------------------------------------------
# The networks

rng = np.random.default_rng(seed)
torch.manual_seed(seed)
torch.set_num_threads(1)  # networks this small are fastest on one


def network(n_outputs):
    """Dense layers. First weights are uniform on ±1/√inputs, as PyTorch draws them anyway."""
    sizes = [n_inputs] + hidden_layers * [units]
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU() if activation == "relu" else nn.Tanh()]
    return nn.Sequential(*layers, nn.Linear(sizes[-1], n_outputs))
