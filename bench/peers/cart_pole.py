"""
Gymnasium's CartPole-v1 as in src/envs/cart-pole/env.ts, for one state (floats) or many stepped together (arrays).
A state is x, its velocity, the angle and its velocity; every step pays 1, at most 500 of them.
"""

import math

import numpy as np

STEPS = 500
GOAL = 475
TESTS = 100
ANGLE = 12 * 2 * math.pi / 360


def start(rng, shape=()):
    """Four numbers of each start."""
    return rng.uniform(-0.05, 0.05, (4, *shape))


def move(state, right, sin=math.sin, cos=math.cos):
    """The next state: Euler's method with steps of 0.02 s, a push of 10 N, 1 kg of cart, 0.1 kg of pole, half of it 0.5 m."""
    x, x_dot, theta, theta_dot = state
    s, c = sin(theta), cos(theta)
    push = (20 * right - 10 + 0.05 * (theta_dot * theta_dot) * s) / 1.1
    theta_acc = (9.8 * s - c * push) / (0.5 * (4 / 3 - 0.1 * (c * c) / 1.1))
    x_acc = push - 0.05 * theta_acc * c / 1.1
    return x + 0.02 * x_dot, x_dot + 0.02 * x_acc, theta + 0.02 * theta_dot, theta_dot + 0.02 * theta_acc


def fallen(state):
    return (abs(state[0]) > 2.4) | (abs(state[2]) > ANGLE)


def play_together(rng, episodes, choose):
    """
    Episodes stepped together, those that have ended left out: for each step which go on, their observations (float32, a
    row each) and the actions that `choose` makes of these.
    """
    state, going = start(rng, (episodes,)), np.arange(episodes)
    history = []
    while len(going) > 0 and len(history) < STEPS:
        seen = state.T.astype(np.float32)
        actions = choose(seen)
        history.append((going, seen, actions))
        state = np.stack(move(state, actions, np.sin, np.cos))
        stands = ~fallen(state)
        state, going = state[:, stands], going[stands]
    return history


def greedy_mean(rng, choose):
    """Mean return over fresh episodes."""
    return sum(len(going) for going, _, _ in play_together(rng, TESTS, choose)) / TESTS
