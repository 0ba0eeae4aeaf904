package io.frontlineservice.diagnosis;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Checks a record of settings, property by property, against its types and constraints.
 * Called by other {@link Check}s. The messages of the constraints say what is wrong and
 * how to fix it. Thread-safe.
 *
 * @param <T> the record, with {@code @ConfigurationProperties}
 */
public final class SettingsCheck<T extends Record> implements Check {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final String MISSING = "is missing: ";

	private static final String PLACEHOLDER = "is the placeholder of the README: ";

	private final Class<T> settings;

	private final String prefix;

	public SettingsCheck(Class<T> settings) {
		this.settings = settings;
		this.prefix = Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value();
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>();
		Binder binder = Binder.get(environment);
		for (RecordComponent component : this.settings.getRecordComponents()) {
			String key = this.prefix + "." + kebab(component.getName());
			try {
				String text = binder.bind(key, Bindable.of(String.class)).orElse(null);
				if (text != null && Placeholder.is(text)) {
					findings.add(new Finding(key, PLACEHOLDER + advice(component)));
					continue;
				}
				Optional<Object> value = value(binder, key, text, component);
				if (value.isPresent() || !component.isAnnotationPresent(DefaultValue.class)) {
					violations(component, value.orElse(null))
						.forEach((problem) -> findings.add(new Finding(key, problem)));
				}
			}
			catch (BindException ex) {
				findings.add(problem(ex, environment, key, component));
			}
		}
		return findings;
	}

	private static Optional<Object> value(Binder binder, String key, @Nullable String text, RecordComponent component) {
		if (text != null && text.isBlank()) {
			return Optional.empty();
		}
		Bindable<Object> target = Bindable.of(ResolvableType.forType(component.getGenericType()));
		return Optional.ofNullable(binder.bind(key, target).orElse(null));
	}

	/** Returns how to set it: the same as if it were missing. */
	private String advice(RecordComponent component) {
		return violations(component, null).stream()
			.filter((it) -> it.startsWith(MISSING))
			.map((it) -> it.substring(MISSING.length()))
			.findFirst()
			.orElse("set it to your own value, or remove it");
	}

	private Set<String> violations(RecordComponent component, @Nullable Object value) {
		return VALIDATOR.validateValue(this.settings, component.getName(), value)
			.stream()
			.map(ConstraintViolation::getMessage)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static String name(@Nullable ConfigurationPropertyName name, String key) {
		return (name != null) ? name.toString() : key;
	}

	private static Finding problem(BindException ex, Environment environment, String key, RecordComponent component) {
		String name = name(ex.getName(), key);
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnusableSettingException) {
				return new Finding(name, String.valueOf(cause.getMessage()));
			}
		}
		Class<?> element = ResolvableType.forType(component.getGenericType()).asCollection().resolveGeneric();
		if (element != null && element.isEnum()) {
			return new Finding(key, new EnumProblem(element).describe(environment, key));
		}
		// That of a record within the settings, if the value is deeper.
		Class<?> type = ex.getTarget().getType().resolve(component.getType());
		if (type.isEnum()) {
			return new Finding(name, new EnumProblem(type).describe(environment, name));
		}
		if (type == boolean.class) {
			return new Finding(name, "must be true or false");
		}
		if (type == Charset.class) {
			return new Finding(name, "must be a charset such as UTF-8 or windows-1252");
		}
		if (type == DataSize.class) {
			return new Finding(name, "must be a size such as 64MB");
		}
		return new Finding(name,
				(type == Duration.class) ? "must be a duration such as 2s or 500ms" : "cannot be understood");
	}

	private static String kebab(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
