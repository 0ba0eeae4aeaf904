package io.frontlineservice.callback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * How one record is made of a form. Kept by {@link CallbackFormResolver} for each type of
 * record, so that no request pays for the reading of annotations. Thread-safe.
 */
final class FormBinding {

	/** By which a form finds its handler. */
	private static final List<String> DISPATCHING = List.of("Location", "EventType");

	private static final Pattern NAME_THAT_GOES_ON = Pattern.compile("|[A-Z][A-Za-z0-9]*");

	private final Constructor<?> constructor;

	private final List<String> components;

	/** The parameter of each component. */
	private final List<String> parameters;

	private final Validator validator;

	FormBinding(Class<?> form, Validator validator) {
		this.validator = validator;
		this.constructor = BeanUtils.getResolvableConstructor(form);
		this.components = Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList();
		this.parameters = Arrays.stream(this.constructor.getParameters())
			.map((parameter) -> Objects.requireNonNull(parameter.getAnnotation(BindParam.class)).value())
			.toList();
	}

	/**
	 * The record for a form.
	 * @throws BadFormException if a parameter is missing, not valid, or there twice
	 */
	Object bind(HttpServletRequest request) {
		DISPATCHING.forEach((name) -> single(request, name));
		Collections.list(request.getParameterNames()).forEach(this::refuseIfCutOtherwise);
		@Nullable Object[] values = new @Nullable Object[this.parameters.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = single(request, this.parameters.get(i));
		}
		Object form = BeanUtils.instantiateClass(this.constructor, values);
		this.validator.validate(form).stream().min(Comparator.comparingInt(this::place)).ifPresent((violation) -> {
			throw new BadFormException(this.parameters.get(place(violation)), violation.getMessage());
		});
		return form;
	}

	private int place(ConstraintViolation<Object> violation) {
		return this.components.indexOf(violation.getPropertyPath().toString());
	}

	/**
	 * Twilio signs names and values without anything between them, so that a signed form
	 * can be cut otherwise: {@code Worker=ada@example.com} into a parameter of the name
	 * {@code Workerada@example.com}, with another worker before it. Names that Twilio may
	 * add, such as {@code WorkerSid}, go on with a capital letter.
	 */
	private void refuseIfCutOtherwise(String name) {
		for (String known : this.parameters) {
			if (name.startsWith(known) && !NAME_THAT_GOES_ON.matcher(name.substring(known.length())).matches()) {
				throw new BadFormException(known, "is in the form under a name that goes on with something else.");
			}
		}
	}

	/** Of a parameter that comes twice nobody could say which is meant. */
	private static @Nullable String single(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values != null && values.length > 1) {
			throw new BadFormException(name, "is in the form more than once.");
		}
		return (values != null) ? values[0] : null;
	}

}
