/**
 * Reviews hostile text where nothing is to be had: in a process of its own that can be killed.
 * Start from {@link io.github.guerdon.critic.reviewer.ReviewerProcess}.
 *
 * <p>The child parses and compiles, and never loads or runs a candidate. What it answers is
 * untrusted data: frames with a length cap, a sequence number and a checksum, decoded strictly.
 */
@NullMarked
package io.github.guerdon.critic.reviewer;

import org.jspecify.annotations.NullMarked;
