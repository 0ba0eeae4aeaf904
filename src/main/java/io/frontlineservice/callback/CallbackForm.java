package io.frontlineservice.callback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the handler argument to which {@link CallbackFormResolver} binds the form: a
 * record of strings, each with {@code @BindParam} for its parameter and with constraints.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface CallbackForm {

}
