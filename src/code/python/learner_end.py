
V = Q.max(axis=1)
show_table(Q)
show_values(V)
show_policy(Q)
