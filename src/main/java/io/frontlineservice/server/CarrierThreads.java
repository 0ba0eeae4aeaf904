package io.frontlineservice.server;

import java.util.Properties;

/**
 * The threads of the system on which the JVM runs virtual threads, from JDK 21. By
 * default there is one for each processor. If these are few and always busy, the JVM may
 * run some virtual threads again and again while others wait for seconds. The system
 * shares its processors more evenly among more threads.
 *
 * @see <a href="https://bugs.openjdk.org/browse/JDK-8373118">JDK-8373118</a>
 * @see <a href=
 * "https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/Thread.html">
 * the system property</a>
 */
public final class CarrierThreads {

	private static final String NUMBER = "jdk.virtualThreadScheduler.parallelism";

	/**
	 * With more, the JVM's compilers get too little time after a start under full load.
	 */
	private static final int FEWEST = 8;

	private CarrierThreads() {
	}

	/**
	 * Sets their number, unless an operator has set it. Has no effect once the JVM has
	 * started a virtual thread.
	 */
	public static void prepare() {
		prepare(System.getProperties(), Runtime.getRuntime().availableProcessors());
	}

	static void prepare(Properties system, int processors) {
		system.putIfAbsent(NUMBER, String.valueOf(Math.max(FEWEST, processors)));
	}

}
