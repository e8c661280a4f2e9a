package io.github.guerdon.mujoco;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks a test that draws, and is skipped where the optional library is missing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@EnabledIf(
    value = "io.github.guerdon.mujoco.RendererTest#canDraw",
    disabledReason = "missing device: libOSMesa")
@interface NeedsOsmesa {}
