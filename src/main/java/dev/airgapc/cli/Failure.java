package dev.airgapc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** A command cannot go on: wrong usage, or a file that cannot be read or written. Bad pages are diagnostics, not failures. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int exit;

    Failure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }

    /** Why a file could not be read or written: Java itself says of some reasons no more than the name of the file. */
    static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException) {
            return message + ": permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return message + ": there is no such file";
        }
        if (e instanceof FileAlreadyExistsException) {
            return message + ": a file or a link is where a folder belongs";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return message + ": the folder is not empty";
        }
        return message;
    }
}
