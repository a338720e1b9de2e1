package dev.airgapc.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** How much is done for an input, told by the memory that is asked for on the way: the same on a slow machine and on a fast one. */
public final class Work {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Work() {}

    /** The answer, within so many bytes for each letter of an input, and for a thousand letters that every input may cost. */
    public static <T> T bounded(long bytesALetter, int letters, Supplier<T> work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T answer = work.get();
        long took = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(took <= bytesALetter * (letters + 1000), () -> took + " bytes for " + letters + " letters");
        return answer;
    }
}
