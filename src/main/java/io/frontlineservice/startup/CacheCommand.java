package io.frontlineservice.startup;

import io.frontlineservice.command.Command;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.ApplicationHome;

/**
 * Makes a class cache beside the jar, so that the service starts faster:
 * {@code java -jar frontline-integration-service.jar cache}.
 */
final class CacheCommand implements Command {

	private static final String TRAINING = "--sandbox.training=";

	private static final String USUAL = TRAINING + "20s";

	private final @Nullable File jar;

	/** Creates the command for {@code META-INF/spring.factories}. */
	CacheCommand() {
		this(new ApplicationHome(CacheCommand.class).getSource());
	}

	CacheCommand(@Nullable File jar) {
		this.jar = (jar != null && jar.isFile()) ? jar : null;
	}

	@Override
	public String name() {
		return "cache";
	}

	@Override
	public String arguments() {
		return "[" + USUAL + "]";
	}

	@Override
	public String summary() {
		return "makes a class cache beside the jar, with which the service starts faster";
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		if (arguments.length > 1 || !Arrays.stream(arguments).allMatch((it) -> it.startsWith(TRAINING))) {
			err.println(Command.usage(name(), arguments()));
			return 2;
		}
		if (this.jar == null) {
			err.println("Run this command from the jar: " + Command.usage(name(), arguments()));
			return 1;
		}
		try {
			ClassCache cache = new ClassCache(this.jar.toPath().toAbsolutePath(), Runtime.version().feature());
			if (!cache.make((arguments.length > 0) ? arguments[0] : USUAL)) {
				err.println("The class cache was not made. What failed is above.");
				return 1;
			}
			out.println("The class cache is made. Start the service from now on with");
			out.println("  " + cache.startCommand());
			return 0;
		}
		catch (IOException ex) {
			err.println("The class cache cannot be made: " + ex);
			return 1;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 1;
		}
	}

}
