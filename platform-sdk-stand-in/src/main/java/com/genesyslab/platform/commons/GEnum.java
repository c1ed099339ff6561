package com.genesyslab.platform.commons;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An enumeration of numbers with names; its values are the static fields of a subclass. */
public abstract class GEnum {

    private final int number;
    private final String name;

    protected GEnum(int number, String name) {
        this.number = number;
        this.name = name;
    }

    public Integer asInteger() {
        return number;
    }

    public int ordinal() {
        return number;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    /** The values of an enumeration, in the order of their fields. */
    public static Collection<GEnum> valuesBy(Class<?> type) {
        List<GEnum> values = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (field.getType() == type) {
                try {
                    values.add((GEnum) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return values;
    }

    public static GEnum getValue(Class<?> type, int number) {
        for (GEnum value : valuesBy(type)) {
            if (value.number == number) {
                return value;
            }
        }
        return null;
    }

    public static GEnum getValue(Class<?> type, String name) {
        for (GEnum value : valuesBy(type)) {
            if (value.name.equals(name)) {
                return value;
            }
        }
        return null;
    }
}
