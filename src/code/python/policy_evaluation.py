def chosen_policy():
    """π(a|s): every action equally likely, or the arrows of the states that have some."""
    pi = np.full((n_states, n_actions), 1 / n_actions)
    if policy == "custom":
        for s in set(arrows) & set(decision_states):
            actions = arrows[s]
            pi[s] = [1 / len(actions) if a in actions else 0 for a in range(n_actions)]
    return pi


def policy_evaluation(pi):
    """V_{i+1}(s) = Σ_a π(a|s) E[r + γ V_i(s')] (Sutton & Barto, eq. 4.5)."""
    Q, V = np.zeros((n_states, n_actions)), np.zeros(n_states)
    for sweep in range(1, most_sweeps + 1):
        V_old = V.copy()
        if in_place:  # each state reads what the sweep has computed so far
            for s in decision_states:
                Q[s] = backup(V, s)
                V[s] = pi[s] @ Q[s]
        else:
            Q = backup(V)
            V = (pi * Q).sum(axis=1)
        residual = np.abs(V - V_old).max()
        print(f"sweep {sweep:4}   largest change of V {residual:.3g}")
        if residual <= theta:
            print(f"Converged: the last sweep changed no V(s) by more than θ = {theta}.")
            break
    return Q, V


pi = chosen_policy()
Q, V = policy_evaluation(pi)
show_values(V)
show_policy(pi)
