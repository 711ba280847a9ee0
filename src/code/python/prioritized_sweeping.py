def predecessors():
    """For each s the states s̄ that can lead to it, with max_a P(s | s̄, a)."""
    leads = [{} for _ in range(n_states)]
    for before in decision_states:
        for a in range(n_actions):
            for s in set(next_state[before, a][~ends[before, a]]):
                probability = P[before, a][(next_state[before, a] == s) & ~ends[before, a]].sum()
                if probability > 0:
                    leads[s][before] = max(probability, leads[s].get(before, 0))
    return leads


def prioritized_sweeping():
    """Always back up the state whose values may be most out of date (Moore & Atkeson 1993)."""
    Q, V = np.zeros((n_states, n_actions)), np.zeros(n_states)
    leads = predecessors()
    priority = np.abs(backup(V) - Q).max(axis=1)  # how far one backup would move the state
    backed_up, sweep = 0, len(decision_states)  # as much work as a sweep elsewhere
    while priority.max() > theta and backed_up < most_sweeps * sweep:
        s = priority.argmax()
        priority[s] = 0
        Q[s] = backup(V, s)
        change = abs(Q[s].max() - V[s])
        V[s] = Q[s].max()
        for before, probability in leads[s].items():
            priority[before] += gamma * probability * change
        backed_up += 1
        if backed_up % sweep == 0:
            print(f"{backed_up:6} states backed up   highest priority left {priority.max():.3g}")
    print(f"{backed_up} states backed up; no priority above {priority.max():.3g}.")
    return Q, V


Q, V = prioritized_sweeping()
show_values(V)
show_policy(Q)
