package io.frontlineservice;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.slf4j.LoggerFactory;

/**
 * Runs the test of one {@code *FuzzTests} class with inputs that Jazzer generates instead
 * of the saved inputs. Jazzer starts this class in the Maven profile {@code fuzz}.
 * Jazzer's JUnit engine is not used because it instruments records after they are loaded,
 * which the JVM does not support.
 */
public final class FuzzedTarget {

	private static Object target;

	private static Method test;

	private FuzzedTarget() {
	}

	/**
	 * Loads the target, and creates the folder for the inputs that this run finds.
	 * @param arguments the name of the test class, relative to this package
	 */
	public static void fuzzerInitialize(String[] arguments) throws IOException, ReflectiveOperationException {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
		Files.createDirectories(Path.of("target/fuzz", arguments[0]));
		Class<?> type = Class.forName(FuzzedTarget.class.getPackageName() + "." + arguments[0]);
		Constructor<?> constructor = type.getDeclaredConstructor();
		constructor.setAccessible(true);
		target = constructor.newInstance();
		test = Stream.of(type.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(ParameterizedTest.class))
			.findAny()
			.orElseThrow();
		test.setAccessible(true);
	}

	public static void fuzzerTestOneInput(byte[] input) throws Throwable {
		try {
			test.invoke(target, (Object) input);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
