package io.github.guerdon.mujoco.preset;

import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.annotation.Properties;
import org.bytedeco.javacpp.tools.Info;
import org.bytedeco.javacpp.tools.InfoMap;
import org.bytedeco.javacpp.tools.InfoMapper;

/**
 * Tells JavaCPP how to read MuJoCo's public headers and our own; not final: the generated class
 * extends it.
 */
@Properties(
    value =
        @Platform(
            value = {"linux-x86_64", "linux-arm64"},
            include = {
              "mujoco/mjtype.h",
              "mujoco/mjmodel.h",
              "mujoco/mjdata.h",
              "mujoco/mjvisualize.h",
              "mujoco/mjrender.h",
              "mujoco/mjspec.h",
              "mujoco/mjplugin.h",
              "mujoco/mjbatch.h",
              "mujoco/mjmacro.h",
              "mujoco/mjui.h",
              "mujoco/mujoco.h",
              "guerdon.h"
            },
            link = "mujoco@.3.17.0"),
    target = "io.github.guerdon.mujoco.bindings",
    global = "io.github.guerdon.mujoco.bindings.MuJoCo")
public class MujocoPreset implements InfoMapper {

  @Override
  public void map(InfoMap infoMap) {
    // With C++ undefined, mjspec.h declares its strings and vectors as opaque C types.
    infoMap.put(new Info("__cplusplus").define(false));
    infoMap.put(
        new Info(
                "mjString",
                "mjStringVec",
                "mjIntVec",
                "mjIntVecVec",
                "mjFloatVec",
                "mjFloatVecVec",
                "mjDoubleVec",
                "mjByteVec")
            .pointerTypes("Pointer")
            .cast()
            .annotations());
    infoMap.put(new Info("MJAPI", "MJLOCAL", "mjEXTERNC", "MJ_STATIC").cppTypes().annotations());
    infoMap.put(
        new Info("mjtNum")
            .valueTypes("double")
            .pointerTypes("DoublePointer", "DoubleBuffer", "double[]"));
    infoMap.put(
        new Info("mjtByte")
            .cast()
            .valueTypes("byte")
            .pointerTypes("BytePointer", "ByteBuffer", "byte[]"));
    // Macros over the C library and over declarations, which have no value to bind.
    infoMap.put(
        new Info(
                "mju_sqrt",
                "mju_exp",
                "mju_sin",
                "mju_cos",
                "mju_tan",
                "mju_asin",
                "mju_acos",
                "mju_atan2",
                "mju_tanh",
                "mju_pow",
                "mju_abs",
                "mju_log",
                "mju_log10",
                "mju_floor",
                "mju_ceil",
                "mju_max",
                "mju_min",
                "mju_round",
                "mjPLUGIN_LIB_INIT",
                "MJPLUGIN",
                "mjDLLMAIN",
                "mjEXPORT",
                "mjCOLLISIONFUNC",
                "mjMAXVAL")
            .skip());
  }
}
