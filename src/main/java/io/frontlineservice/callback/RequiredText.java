package io.frontlineservice.callback;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that a form must have, of a length that identities and ids have. The
 * messages follow the parameter's name.
 */
@NotBlank(message = "is missing from the form.")
@Size(max = RequiredText.MAX_LENGTH, message = RequiredText.TOO_LONG)
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface RequiredText {

	/** The longest identity that Twilio has, and the longest id that we take. */
	int MAX_LENGTH = 256;

	String TOO_LONG = "may have 256 characters at the most.";

	/** Not shown: each constraint has its own. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
