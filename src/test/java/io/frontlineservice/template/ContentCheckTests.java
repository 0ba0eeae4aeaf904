package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The settings of the contents at Twilio. */
class ContentCheckTests {

	private static final String SID = "HX" + "0".repeat(31) + "a";

	@Test
	void numberedVariablesAreRead() throws IOException {
		StandardEnvironment environment = yaml(
				"{ enabled: true, variables: { " + SID + ": { 1: FirstName, 2: attributes.order, name: Name } } }");
		assertThat(new ContentCheck().findings(environment)).isEmpty();
		ContentSettings settings = Binder.get(environment).bindOrCreate(ContentSettings.PREFIX, ContentSettings.class);
		assertThat(settings.variables())
			.isEqualTo(Map.of(SID, Map.of("1", "FirstName", "2", "attributes.order", "name", "Name")));
		assertThat(settings.enabled()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"{ variables: { HX1: { 1: Name } } };variables;has a key that is not the SID of a content: HX and 32 hexadecimal digits",
			"{ variables: { SID: { 1: Nmae } } };variables.SID.1;must be the name of a value; the values are ",
			"{ refresh-interval: 1s };refresh-interval;must be 10s or more",
			"{ enabled: perhaps };enabled;must be true or false" })
	void wrongSettingIsReported(String settings, String key, String problem) throws IOException {
		assertThat(new ContentCheck().findings(yaml(settings.replace("SID", SID)))).singleElement()
			.satisfies((it) -> assertThat(it.key()).isEqualTo(ContentSettings.PREFIX + "." + key.replace("SID", SID)))
			.satisfies((it) -> assertThat(it.problem()).startsWith(problem));
	}

	@Test
	void settingsAreKnown() throws IOException {
		StandardEnvironment environment = yaml(
				"{ enabled: true, category: A, refresh-interval: 1h, variables: { " + SID + ": { 1: FirstName } } }");
		List<Finding> unknown = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(Check.class)
			.stream()
			.filter((it) -> it.getClass().getSimpleName().equals("UnknownSettingsCheck"))
			.flatMap((it) -> it.findings(environment).stream())
			.toList();
		assertThat(unknown).isEmpty();
	}

	private static StandardEnvironment yaml(String settings) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		String text = "frontline.templates.content: " + settings;
		environment.getPropertySources()
			.addFirst(new YamlPropertySourceLoader()
				.load("test", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
				.get(0));
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

}
