{"code": "public final class Reward implements RewardFunction { }"}
