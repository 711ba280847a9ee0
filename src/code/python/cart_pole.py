import math

import numpy as np

# ---------------------------------------------------------------------------------------------------------------------
# The world: Barto, Sutton & Anderson (1983); equations by Florian (2007), without friction

n_inputs, n_actions = 4, 2


class CartPole:
    """The parameters above with Gymnasium's interface; every step pays 1."""

    def reset(self, seed=None):
        if seed is not None:
            self.rng = np.random.default_rng(seed)
        self.state = self.rng.uniform(-start_range, start_range, 4)
        self.time = 0
        return self.state.astype(np.float32), {}

    def step(self, action):
        x, x_dot, angle, angle_dot = self.state.tolist()
        force = force_mag if action == 1 else -force_mag
        sin, cos = math.sin(angle), math.cos(angle)
        mass, moment = mass_cart + mass_pole, mass_pole * length
        push = (force + moment * angle_dot**2 * sin) / mass
        angle_acc = (gravity * sin - cos * push) / (length * (4 / 3 - mass_pole * cos**2 / mass))
        x_acc = push - moment * angle_acc * cos / mass
        new_x_dot, new_angle_dot = x_dot + time_step * x_acc, angle_dot + time_step * angle_acc
        if integrator == "euler":  # positions move with the old velocities
            x, angle = x + time_step * x_dot, angle + time_step * angle_dot
        else:
            x, angle = x + time_step * new_x_dot, angle + time_step * new_angle_dot
        self.state = np.array([x, new_x_dot, angle, new_angle_dot])
        self.time += 1
        terminated = abs(x) > x_limit or abs(angle) > math.radians(theta_limit_deg)
        truncated = not terminated and self.time >= max_steps
        return self.state.astype(np.float32), 1.0, terminated, truncated, {}
