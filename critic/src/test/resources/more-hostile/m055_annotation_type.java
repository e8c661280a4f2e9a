import io.github.guerdon.reward.*;
public @interface Reward { }
