package io.frontlineservice.callback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the argument of a controller that {@link CallbackFormResolver} makes of the form
 * of a callback: a record of texts, each with {@code @BindParam} for its parameter and
 * the constraints it must fulfil.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface CallbackForm {

}
