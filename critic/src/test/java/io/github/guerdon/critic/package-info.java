/** Tests of the critic, with the corpus of hostile and harmless sources. */
@NullMarked
package io.github.guerdon.critic;

import org.jspecify.annotations.NullMarked;
