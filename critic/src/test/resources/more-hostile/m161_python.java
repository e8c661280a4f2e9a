def reward(before, action, after):
    return after.body("torso").velocity.x
