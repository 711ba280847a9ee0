

new_world = CartPole  # its parameters are not those of Gymnasium's CartPole-v1
