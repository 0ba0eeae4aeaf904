package io.frontlineservice.callback;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The SID of a conversation, which the form must have. */
@NotBlank(message = "is missing from the form.")
@Pattern(regexp = "\\s*|CH[0-9a-fA-F]{32}", message = "must be CH and 32 hexadecimal digits.")
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface RequiredConversationSid {

	/** Not used: each constraint has its own message. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
