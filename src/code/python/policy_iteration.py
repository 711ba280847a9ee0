def evaluate(pi, Q, V):
    """Sweeps of V(s) = Σ_a π(a|s) Q(s,a), Q(s,a) = E[r + γ V(s')], until nothing changes or they are cut short."""
    for sweep in range(1, (evaluation_sweeps or most_sweeps) + 1):
        V_old = V.copy()
        if in_place:
            for s in decision_states:
                Q[s] = backup(V, s)
                V[s] = pi[s] @ Q[s]
        else:
            Q[:] = backup(V)
            V[:] = (pi * Q).sum(axis=1)
        residual = np.abs(V - V_old).max()
        if residual <= theta:
            break
    return sweep, residual


def greedy_policy(Q):
    """Equal shares for all best actions, equal up to rounding."""
    best = Q.max(axis=1, keepdims=True)
    is_best = Q >= best - 1e-9 * np.maximum(1, np.abs(best))
    return is_best / is_best.sum(axis=1, keepdims=True)


def policy_iteration():
    """Evaluate the policy, make it greedy, until it stays as it is (Sutton & Barto, section 4.3)."""
    Q, V = np.zeros((n_states, n_actions)), np.zeros(n_states)
    pi = np.full((n_states, n_actions), 1 / n_actions)
    idle = 0  # improvements in a row that only added equals: up to rounding, these could come and go for ever
    for stage in range(1, most_sweeps + 1):
        if gamma == 1 and not evaluation_sweeps:
            V[:] = 0  # a policy that stays where nothing is paid is worth 0; other values would stay as well
        sweeps, residual = evaluate(pi, Q, V)
        better = greedy_policy(Q)
        changed = ((better > 0) != (pi > 0))[decision_states].any()
        dropped = ((better == 0) & (pi > 0))[decision_states].any()
        idle = 0 if dropped else idle + 1
        print(f"policy {stage:3}   {sweeps} sweeps, largest change of V {residual:.3g}   changed: {changed}")
        pi = better
        if residual <= theta and (not changed or idle >= 2):
            print("Converged: the policy takes only best actions, and has been evaluated.")
            break
    return Q, V, pi


Q, V, pi = policy_iteration()
show_values(V)
show_policy(pi)
