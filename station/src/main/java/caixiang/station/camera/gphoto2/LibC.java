package caixiang.station.camera.gphoto2;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The C library's functions that libgphoto2's interface makes necessary. */
interface LibC extends Library {
    /** {@code LC_ALL} of glibc and musl. */
    int LC_ALL = 6;

    @Nullable
    Pointer setlocale(int category, String locale);

    /** {@code creat(2)}, not {@code open(2)}: the latter is variadic, and calling conventions differ there. */
    int creat(String path, int mode) throws LastErrorException;

    int close(int fd) throws LastErrorException;

    void free(@Nullable Pointer memory);
}
