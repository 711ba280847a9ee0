import numpy as np

# ---------------------------------------------------------------------------------------------------------------------
# The world: P(s', r | s, a) of the map above. States are its cells, row by row; actions are up, right, down, left.

n_rows, n_columns = len(rows), len(rows[0])
n_states, n_actions = n_rows * n_columns, 4
letters = "".join(rows)
MOVES = [(-1, 0), (0, 1), (1, 0), (0, -1)]


def special(s):
    """What is special about a cell: a reward, a jump, a restart."""
    return cells.get((s // n_columns, s % n_columns), {})


def slide(s, down, right):
    """The neighbouring cell; or the same one, and True, where a wall or the border is in the way."""
    row, column = s // n_columns + down, s % n_columns + right
    if not (0 <= row < n_rows and 0 <= column < n_columns) or rows[row][column] == "#":
        return s, True
    return row * n_columns + column, False


def arrive(s, r):
    """(s', r, whether the episode ends) of a move that comes to s."""
    if "restart" in special(s):
        return letters.index("S"), r, False
    return s, r, letters[s] == "T" and not exit_action


def move(s, direction):
    """(s', r, whether the episode ends) of a move from s that goes this way."""
    if letters[s] == "T":  # an exit: one more action there pays its reward and ends
        return s, special(s).get("reward", 0), True
    if "jump" in special(s):
        (row, column), r = special(s)["jump"]
        return arrive(row * n_columns + column, r)
    s_next, bumped = slide(s, *MOVES[direction])
    blow = wind[s % n_columns]
    for _ in range(abs(blow)):
        s_next, blocked = slide(s_next, -1 if blow > 0 else 1, 0)
        bumped = bumped or blocked
    r = step_reward + (bump_reward if bumped else 0)
    if not (exit_action and letters[s_next] == "T"):
        r += special(s_next).get("reward", 0)
    return arrive(s_next, r)


exits = "T" if exit_action else ""
decision_states = [s for s in range(n_states) if letters[s] in ".S" + exits]
starts = (
    [s for s in decision_states if letters[s] == "S"]
    or [s for s in decision_states if letters[s] == "."]
    or decision_states
)

# Three things can happen after (s, a): the move goes as meant, or slips to one of its two sides.
slips = [(1 - noise, 0), (noise / 2, -1), (noise / 2, +1)]
P = np.zeros((n_states, n_actions, 3))  # probability; 0 everywhere in walls and terminals
next_state = np.zeros((n_states, n_actions, 3), dtype=int)
reward = np.zeros((n_states, n_actions, 3))
ends = np.zeros((n_states, n_actions, 3), dtype=bool)
for s in decision_states:
    landings = [move(s, direction) for direction in range(4)]
    for a in range(n_actions):
        for k, (probability, turn) in enumerate(slips):
            P[s, a, k] = probability
            next_state[s, a, k], reward[s, a, k], ends[s, a, k] = landings[(a + turn) % 4]
