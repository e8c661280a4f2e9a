@NullMarked
package io.github.guerdon.sandbox.nn;

import org.jspecify.annotations.NullMarked;
