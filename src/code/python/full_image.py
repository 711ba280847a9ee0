import torch
import torch.nn.functional as F
from torch import nn

# ---------------------------------------------------------------------------------------------------------------------
# The algorithm: a classifier that sees the whole image, the control of Mnih et al. (2014)

sizes = [image_size**2] + hidden_layers * [units]
layers = [nn.Flatten()]
for inputs, outputs in zip(sizes, sizes[1:]):
    layers += [nn.Linear(inputs, outputs), nn.ReLU() if activation == "relu" else nn.Tanh()]
model = nn.Sequential(*layers, nn.Linear(sizes[-1], 10))


@torch.no_grad()
def share_right():
    logits = model(compose(test_images, torch.arange(len(test_images))) / 255)
    return (logits.argmax(1) == test_labels).float().mean().item()


adam = torch.optim.Adam(model.parameters(), lr=learning_rate)
for update in range(most_updates + 1):
    if update % test_every == 0:
        right = share_right()
        print(f"update {update:6}   right on held-out digits {right:.3f}")
        if stop_when_solved and right >= 0.9:
            print("Solved: 90 % are right.")
            break
    # The mean of −log softmax(logits) at the right class
    which = draw(len(train_images), batch_size)
    loss = F.cross_entropy(model(compose(train_images, which) / 255), train_labels[which])
    adam.zero_grad()
    loss.backward()
    adam.step()
