// What the Java side needs of MuJoCo and MuJoCo does not have: handlers that keep an error's text, one gather,
// and OSMesa by name.
// Plain C declarations, parsed together with MuJoCo's own headers.

#ifndef GUERDON_H_
#define GUERDON_H_

#include <mujoco/mjbatch.h>
#include <mujoco/mujoco.h>

// Replaces MuJoCo's error handling, which ends the process, by keeping the first error's text for the calling thread;
// switches off its console output and its log file.
void guerdon_installHandlers();

// Returns the calling thread's first error since the last call, or NULL, and forgets it.
const char* guerdon_takeError();

// Writes row w of out (width values apart) for each world w in ids, or for all where ids is NULL; runs on the batch's
// own threads; the batch must be persistent. A row holds the values of ops (nop x 4: kind, id, other, count; kinds in the
// order of the Java enum GatherKind). needs_forces computes cfrc_ext first. Returns the number of failed worlds.
int guerdon_gather(mjBatch* batch, const int* ids, int nid, const int* ops, int nop, bool needs_forces, double* out,
                   int width);

// Loads OSMesa, which draws without a display, by a library's file name; NULL where the machine lacks it.
void* guerdon_loadOsmesa(const char* library);

// Makes an off-screen OpenGL context with pixels of its own, current on the calling thread alone; NULL if it cannot.
void* guerdon_openCanvas(void* osmesa, int width, int height);

// Frees a canvas; on the thread that opened it.
void guerdon_closeCanvas(void* canvas);

#endif  // GUERDON_H_
