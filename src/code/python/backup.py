# ---------------------------------------------------------------------------------------------------------------------
# The algorithm


def backup(V, s=slice(None)):
    """Q(s,a) = Σ P(s', r | s, a) [r + γ V(s')] for every action, of one state or of all; nothing follows an ending."""
    return (P[s] * (reward[s] + gamma * np.where(ends[s], 0, V[next_state[s]]))).sum(axis=-1)
