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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Binds forms to one type of record. Kept by {@link CallbackFormResolver} for each type,
 * so that its annotations are read only once. Thread-safe.
 */
final class FormBinding {

	/** The parameters that select the handler. */
	private static final List<String> DISPATCHING = List.of("Location", "EventType");

	private final Constructor<?> constructor;

	private final List<String> components;

	/** The parameter of each component, in the same order. */
	private final List<String> parameters;

	private final DecidingParameters deciding;

	private final boolean checked;

	private final Validator validator;

	FormBinding(Class<?> form, Validator validator) {
		this.validator = validator;
		this.constructor = BeanUtils.getResolvableConstructor(form);
		this.components = Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList();
		this.parameters = Arrays.stream(this.constructor.getParameters())
			.map((parameter) -> Objects.requireNonNull(parameter.getAnnotation(BindParam.class)).value())
			.toList();
		this.checked = !UncheckedForm.class.isAssignableFrom(form);
		this.deciding = deciding(this.parameters);
	}

	private static DecidingParameters deciding(List<String> parameters) {
		if (parameters.contains("Worker")) {
			return DecidingParameters.OF_WORKERS;
		}
		return parameters.contains("MessageSid") ? DecidingParameters.OF_MESSAGES : DecidingParameters.OF_CONVERSATIONS;
	}

	/**
	 * Returns the record for a form.
	 * @throws BadFormException if a parameter is missing, invalid, repeated or ambiguous
	 */
	Object bind(HttpServletRequest request) {
		DISPATCHING.forEach((name) -> single(request, name));
		@Nullable Object[] values = new @Nullable Object[this.parameters.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = single(request, this.parameters.get(i));
		}
		Object form = BeanUtils.instantiateClass(this.constructor, values);
		Set<ConstraintViolation<Object>> violations = this.validator.validate(form);
		if (!violations.isEmpty()) {
			ConstraintViolation<Object> first = Collections.min(violations, Comparator.comparingInt(this::indexOf));
			throw new BadFormException(this.parameters.get(indexOf(first)), first.getMessage());
		}
		if (this.checked) {
			refuseIfAmbiguous(SignedText.of(request));
		}
		return form;
	}

	private int indexOf(ConstraintViolation<Object> violation) {
		return this.components.indexOf(violation.getPropertyPath().toString());
	}

	private void refuseIfAmbiguous(SignedText form) {
		AlternativeParses.movedParameter(form, this.deciding)
			.or(() -> DecidingParameters.truncated(form))
			.ifPresent((name) -> {
				throw new BadFormException(name,
						"can be read in more than one way in what Twilio signed: another name or value, "
								+ "or the query of the callback's URL, contains its name.");
			});
	}

	/** Refuses a repeated parameter, because it is unclear which value is meant. */
	private static @Nullable String single(HttpServletRequest request, String name) {
		String[] values = request.getParameterValues(name);
		if (values != null && values.length > 1) {
			throw new BadFormException(name, "is in the form more than once.");
		}
		return (values != null) ? values[0] : null;
	}

}
