package io.frontlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The saved inputs of a fuzz target: inputs that Jazzer starts from, and inputs that once
 * failed. Each input is a file below {@code src/test/resources/fuzz}.
 */
public final class SavedInputs implements ArgumentsProvider {

	@Override
	public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context)
			throws IOException {
		List<Arguments> inputs = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder(context.getRequiredTestClass()))) {
			for (Path file : files.sorted().toList()) {
				inputs.add(Arguments.of(Named.of(file.getFileName().toString(), Files.readAllBytes(file))));
			}
		}
		assertThat(inputs).isNotEmpty();
		return inputs.stream();
	}

	private static Path folder(Class<?> target) {
		String name = target.getName().substring(SavedInputs.class.getPackageName().length() + 1);
		return Path.of("src/test/resources/fuzz", name);
	}

}
