import io.github.guerdon.reward.*;
