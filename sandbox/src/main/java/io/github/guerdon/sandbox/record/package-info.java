/**
 * The files of a training, each with a version: {@link
 * io.github.guerdon.sandbox.record.TrainingRecords}, and the policy as safetensors.
 */
@NullMarked
package io.github.guerdon.sandbox.record;

import org.jspecify.annotations.NullMarked;
